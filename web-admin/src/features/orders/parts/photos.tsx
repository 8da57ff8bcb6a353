export { Photos } from '../../../parts/orders/photos.tsx';
