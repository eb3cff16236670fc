import {load} from './load.mjs';
export default async (page)=>{ await load(page,'/tmp/files/g/fan200.txt'); await page.waitForTimeout(500); };
