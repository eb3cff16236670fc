mod graph;
use graph::*;
use std::time::Instant;
fn program(after:&[Vec<usize>])->Program{ Program::new(vec![],after.iter().enumerate().map(|(p,a)|Node{name:format!("t{p}"),steps:vec![Step::of(StepKind::Io,1000)],after:a.iter().map(|&node|Reference::All{node}).collect(),..Node::default()}).collect())}
fn tangle(count:usize,degree:usize,back:usize)->Program{let mut s=7u64;let v:Vec<Vec<usize>>=(0..count).map(|n|{let mut d=||{s=s.wrapping_mul(6364136223846793005).wrapping_add(1);let lo=n.saturating_sub(back);lo+(s>>33) as usize%(n-lo).max(1)};(0..degree.min(n)).map(|_|d()).collect()}).collect();program(&v)}
fn main(){
 for (name,p) in [("tangle300x1",tangle(300,1,999)),("tangle300x2",tangle(300,2,999)),("tangle300x3",tangle(300,3,999)),("tangle300x9",tangle(300,9,999)),("near300x2",tangle(300,2,40)),("near200x2",tangle(200,2,30)),("near300x4",tangle(300,4,60)),
 ("chain",program(&(0..300).map(|n:usize|(n.saturating_sub(1)..n).collect()).collect::<Vec<_>>())),
 ("chain9",program(&(0..300).map(|n:usize|(n.saturating_sub(9)..n).collect()).collect::<Vec<_>>())),
 ("fan",program(&(0..300).map(|n:usize|if n==0{vec![]}else if n==299{(1..299).collect()}else{vec![0]}).collect::<Vec<_>>())),
 ("tangle100x2",tangle(100,2,999)),("near60x2",tangle(60,2,20))]{
  let mut best=f64::MAX; let mut l=None; for _ in 0..3{let t=Instant::now(); l=layout(&p); best=best.min(t.elapsed().as_secs_f64()*1e3);}
  let l=l.unwrap(); println!("{name}: {best:.1} ms {}x{} points {}",l.width,l.height as i64,l.routes.iter().map(Vec::len).sum::<usize>());
 }}
