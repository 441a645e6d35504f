export const GOOGLE_ISSUER = 'https://accounts.google.com';
export const ENTRA_HOST = 'https://login.microsoftonline.com/';
