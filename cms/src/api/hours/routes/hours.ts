const open = { auth: false as const };

export default {
  routes: [
    { method: 'GET', path: '/hours/requirement', handler: 'hours.requirement', config: open },
    { method: 'POST', path: '/hours/quote', handler: 'hours.quote', config: open },
    { method: 'GET', path: '/hours/forms', handler: 'hours.forms', config: open },
  ],
};
