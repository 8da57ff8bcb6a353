export const HOME = { title: '今日', nothing: '目前没有要办的事' } as const;
