import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { HELP } from './help.texts.ts';

/** Opens the manual, from every page. */
export function HelpButton() {
  const navigate = useNavigate();
  return (
    <Button
      type="text"
      className="head-button"
      icon={<QuestionCircleOutlined />}
      aria-label={HELP.open}
      onClick={() => void navigate('/help')}
    >
      <span className="wide">{HELP.title}</span>
    </Button>
  );
}
