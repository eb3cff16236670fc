import {load} from './load.mjs';
export default async (page)=>{ await load(page,'/tmp/files/g/fail.txt'); await page.waitForTimeout(500); };
