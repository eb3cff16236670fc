import {load} from './load.mjs';
export default async (page)=>{ await load(page,'/tmp/files/g/fail.txt'); await page.waitForTimeout(700);
 await page.locator('input[aria-label=Playhead]').focus(); for(let i=0;i<2;i++) await page.keyboard.press('PageUp'); await page.waitForTimeout(300);
 const g=page.locator('.graph-picture [tabindex="0"]'); await g.focus(); await page.keyboard.press('ArrowRight'); await page.waitForTimeout(400); };
