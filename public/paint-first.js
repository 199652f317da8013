const { content } = document.querySelector('template');
requestAnimationFrame(() =>
  requestIdleCallback(() => document.head.append(content), { timeout: 200 }),
);
