export { OrderMarks, titleOf } from '../../../parts/orders/order-marks.tsx';
