import { type AuthAnswer, askAuth } from './auth-request';

const CANCELLED: AuthAnswer = { status: 0, code: 'CANCELLED', minutes: 0, body: null };

/** The device's part is fetched when it is needed: most people never do. */
const device = () => import('@simplewebauthn/browser');

/** Signs in by a passkey. With `autofill` the browser offers it in the field of the address and waits. */
export async function signInByPasskey({ autofill }: { autofill: boolean }): Promise<AuthAnswer> {
  const { browserSupportsWebAuthn, browserSupportsWebAuthnAutofill, startAuthentication } = await device();
  if (!browserSupportsWebAuthn() || (autofill && !(await browserSupportsWebAuthnAutofill())))
    return CANCELLED;
  const options = await askAuth('passkey/generate-authenticate-options');
  if (options.status !== 200) return options;
  try {
    const response = await startAuthentication({
      // It stands for both factors, so the device has to ask who one is.
      optionsJSON: { ...(options.body as AuthenticationOptions), userVerification: 'required' },
      useBrowserAutofill: autofill,
    });
    return await askAuth('passkey/verify-authentication', { response });
  } catch {
    return CANCELLED;
  }
}

/** Makes a passkey on this device or on another one. */
export async function addPasskey(name: string): Promise<AuthAnswer> {
  const { browserSupportsWebAuthn, startRegistration } = await device();
  if (!browserSupportsWebAuthn()) return CANCELLED;
  const options = await askAuth('passkey/generate-register-options');
  if (options.status !== 200) return options;
  try {
    const response = await startRegistration({ optionsJSON: options.body as RegistrationOptions });
    return await askAuth('passkey/verify-registration', { response, name });
  } catch {
    return CANCELLED;
  }
}

export function isCancelled(answer: AuthAnswer): boolean {
  return answer.code === CANCELLED.code;
}

type Device = Awaited<ReturnType<typeof device>>;
type AuthenticationOptions = Parameters<Device['startAuthentication']>[0]['optionsJSON'];
type RegistrationOptions = Parameters<Device['startRegistration']>[0]['optionsJSON'];
