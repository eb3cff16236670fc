import {load} from './load.mjs';
export default async (page)=>{ await load(page,'/tmp/files/g/p5.txt'); await page.waitForTimeout(500); };
