import { createServer } from 'node:net';

/** Tries to listen. @returns {Promise<number | string>} the port, or the error code (`EADDRINUSE`, `EACCES`, …) */
function listen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code ?? 'unknown'));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: chosen } = server.address();
      server.close(() => resolve(chosen));
    });
  });
}

/** A port of 127.0.0.1 nobody listens on at this moment. */
export async function freePort() {
  const port = await listen(0, '127.0.0.1');
  if (typeof port !== 'number') throw new Error(`没有可用的端口（${port}）`);
  return port;
}

/** Whether browsers refuse to open this port, whoever listens (the fetch standard's list of bad ports, which Node's fetch keeps too). */
async function isBlockedByBrowsers(port) {
  try {
    await fetch(`http://127.0.0.1:${port}/`);
    return false;
  } catch (error) {
    return error.cause?.message === 'bad port';
  }
}

/** Why `port` cannot be listened on or used by a browser, in Chinese; null when it can. */
export async function portProblem(port, host) {
  const answer = await listen(port, host);
  if (typeof answer === 'number') return (await isBlockedByBrowsers(port)) ? `浏览器不允许访问端口 ${port}。请换一个端口：PORT=1337 npm start` : null;
  if (answer === 'EADDRINUSE') return `端口 ${port} 已被其他程序占用。请先停止它，或换一个端口启动：PORT=${port + 1} npm start`;
  if (answer === 'EACCES') return `没有权限使用端口 ${port}（1024 以下的端口需要管理员权限）。请换一个端口：PORT=1337 npm start`;
  if (answer === 'EADDRNOTAVAIL' || answer === 'ENOTFOUND') return `本机没有地址 ${host}，请检查 HOST。`;
  return `不能使用 ${host}:${port}（${answer}）。`;
}
