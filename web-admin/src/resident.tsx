import { createRoot } from 'react-dom/client';

createRoot(document.getElementById('root')!).render(<main>居民点单</main>);
