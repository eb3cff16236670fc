import {load} from './load.mjs';
export default async (page)=>{ await load(page,'/tmp/files/g/ci200.txt'); await page.waitForTimeout(700);
 const k=page.locator('[role=slider],input[aria-label=Playhead]').last(); 
 await page.locator('input[aria-label=Playhead]').focus(); await page.keyboard.press('PageUp'); await page.waitForTimeout(200);
 await page.setViewportSize({width:1440,height:1700});
 await page.waitForTimeout(300);
 for(let i=0;i<12;i++) await page.getByRole('button',{name:'Zoom out the graph'}).click(); await page.waitForTimeout(500); };
