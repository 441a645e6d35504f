/** Technologies by group, as technographic feeds name them. */
export const technologies: Record<string, string[]> = {
  'office-rival': ['Google Workspace', 'Zoho Workplace', 'Zoom'],
  google: ['Google Workspace', 'Google Cloud'],
  aws: ['Amazon Web Services'],
  'cloud-rival': ['Amazon Web Services', 'Google Cloud', 'DigitalOcean', 'VMware vSphere'],
  'crm-rival': ['Salesforce Sales Cloud', 'HubSpot', 'Pipedrive', 'RD Station'],
  'erp-rival': ['SAP Business One', 'QuickBooks', 'Sage 50', 'TOTVS Protheus', 'Odoo'],
  'low-code-rival': ['Salesforce Lightning Platform', 'OutSystems', 'Quickbase', 'Mendix', 'Retool'],
  'security-rival': ['CrowdStrike Falcon', 'Sophos Intercept X', 'Trend Micro', 'Okta'],
  'device-rival': ['Jamf Pro', 'Dell Command', 'Lenovo Vantage'],
  web: ['WordPress', 'Shopify', 'React', 'nginx', 'Cloudflare'],
  data: ['Power BI', 'Tableau', 'PostgreSQL', 'MySQL', 'Oracle Database'],
};
