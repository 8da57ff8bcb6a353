import { CalendarOutlined, GiftOutlined } from '@ant-design/icons';
import { defineFeature } from '../../shell/feature.ts';
import { ofAlliance } from '../../parts/alliance/roles.ts';
import { BOOKINGS, OFFERS } from './offers.texts.ts';

export const offers = defineFeature({
  name: 'offers',
  menu: [
    {
      ...{ label: OFFERS.title, icon: <GiftOutlined />, group: 'alliance', order: 30, to: '/offers' },
      when: ofAlliance,
    },
    {
      ...{ label: BOOKINGS.title, icon: <CalendarOutlined />, group: 'alliance', order: 35, to: '/bookings' },
      when: ofAlliance,
    },
  ],
  routes: [
    { path: '/offers', load: () => import('./list-page.tsx') },
    { path: '/offers/:id', load: () => import('./offer-page.tsx') },
    { path: '/bookings', load: () => import('./bookings-page.tsx') },
    { path: '/bookings/:id', load: () => import('./booking-page.tsx') },
  ],
  opens: { resourceOffer: (id) => `/offers/${id}`, booking: (id) => `/bookings/${id}` },
});
