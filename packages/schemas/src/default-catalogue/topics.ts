export const topics = [
  { id: 'cloud-platform', words: { en: 'cloud platform', pt: 'plataforma de nuvem' } },
  { id: 'productivity', words: { en: 'productivity', pt: 'produtividade' } },
  { id: 'crm', words: { en: 'CRM', pt: 'CRM' } },
  { id: 'erp', words: { en: 'ERP', pt: 'ERP' } },
  { id: 'security', words: { en: 'security', pt: 'segurança' } },
  { id: 'devices', words: { en: 'devices', pt: 'dispositivos' } },
  { id: 'low-code', words: { en: 'low-code', pt: 'low-code' } },
  { id: 'business', words: { en: 'business in general', pt: 'negócios em geral' } },
];
