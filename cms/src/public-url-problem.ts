const local = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * What is wrong with serving others without PUBLIC_URL, in Chinese, or null: the QR code of a certificate would lead to localhost.
 * `host`: the address the server listens on.
 */
export function publicUrlProblem(host: string, publicUrl: string | undefined): string | null {
  if (publicUrl || local.has(host)) return null;
  return `服务对外开放（HOST=${host}），但没有设置 PUBLIC_URL：证书上的二维码将指向 http://localhost，别人无法查验。请设为用户访问的网址，例如 https://xueshi.example.cn`;
}
