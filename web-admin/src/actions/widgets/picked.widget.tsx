import { meetings, needs, offers, orders, projects, resolutions } from '../lookups/cases.ts';
import { milestones, objections, topics } from '../lookups/parts.ts';
import { alliances, bodies, categories, seats, units } from '../lookups/registers.ts';
import { pickerOf } from './picker.tsx';

export const unit = pickerOf(['unit'], units);
export const category = pickerOf(['category'], categories);
export const alliance = pickerOf(['alliance'], alliances);
export const body = pickerOf(['body'], bodies);
export const seat = pickerOf(['seat'], seats);
export const order = pickerOf(['order'], orders);
export const offer = pickerOf(['offer'], offers);
export const need = pickerOf(['need'], needs);
export const project = pickerOf(['project'], projects);
export const meeting = pickerOf(['meeting'], meetings);
export const resolution = pickerOf(['resolution'], resolutions);
export const topic = pickerOf(['topic'], topics);
export const milestone = pickerOf(['milestone'], milestones);
export const objection = pickerOf(['objection'], objections);
