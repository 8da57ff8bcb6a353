import { useState } from 'react';
import { RESIDENT } from './resident.texts.ts';

const KEY = 'gongzhi.resident.elder';

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

function show(elder: boolean): void {
  document.documentElement.toggleAttribute('data-elder', elder);
}

show(kept());

/** 长辈版: large letters and large targets, as long as it is not switched off. */
export function ElderSwitch() {
  const [elder, setElder] = useState(kept);
  const turn = () => {
    show(!elder);
    setElder(!elder);
    try {
      localStorage.setItem(KEY, elder ? '0' : '1');
    } catch {
      // It holds for this page then.
    }
  };
  return (
    <button type="button" className="plain" onClick={turn}>
      {elder ? RESIDENT.elderOff : RESIDENT.elderOn}
    </button>
  );
}
