import fs from 'fs';
export async function load(page, file){
  const text=fs.readFileSync(file,'utf8');
  await page.evaluate((text)=>{
    const t=document.querySelector('[role=textbox]'); t.focus();
    t.dispatchEvent(new KeyboardEvent('keydown',{key:'a',keyCode:65,ctrlKey:true,bubbles:true,cancelable:true}));
    const d=new DataTransfer(); d.setData('text/plain',text);
    t.dispatchEvent(new ClipboardEvent('paste',{clipboardData:d,bubbles:true,cancelable:true}));
  },text);
  await page.waitForTimeout(1200);
}
