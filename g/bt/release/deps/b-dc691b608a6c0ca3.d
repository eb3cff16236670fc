/tmp/files/g/bt/release/deps/b-dc691b608a6c0ca3.d: src/main.rs src/graph/mod.rs src/graph/cycle.rs src/graph/draw.rs src/graph/layout.rs src/graph/layout/rows.rs src/graph/node.rs src/graph/place.rs src/graph/program.rs src/graph/step.rs

/tmp/files/g/bt/release/deps/b-dc691b608a6c0ca3: src/main.rs src/graph/mod.rs src/graph/cycle.rs src/graph/draw.rs src/graph/layout.rs src/graph/layout/rows.rs src/graph/node.rs src/graph/place.rs src/graph/program.rs src/graph/step.rs

src/main.rs:
src/graph/mod.rs:
src/graph/cycle.rs:
src/graph/draw.rs:
src/graph/layout.rs:
src/graph/layout/rows.rs:
src/graph/node.rs:
src/graph/place.rs:
src/graph/program.rs:
src/graph/step.rs:
