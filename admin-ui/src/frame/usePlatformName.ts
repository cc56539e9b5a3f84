import { useEffect, useState } from 'react';
import { request } from '../http/request';
import { sessionText } from '../messages/session';

/** Asked once per load of the page; a server that does not answer leaves the product's own name. */
let asked: Promise<string> | undefined;
const ask = (): Promise<string> => {
  asked ??= request<{ name: string }>('/api/platform').then(
    (reply) => reply.body.name,
    () => sessionText.platform,
  );
  return asked;
};

/** The platform's name (a setting): the one given, else the server's; empty while it is on its way. */
export function usePlatformName(given: string | undefined): string {
  const [name, setName] = useState('');
  useEffect(() => {
    if (given === undefined) void ask().then(setName);
  }, [given]);
  return given ?? name;
}
