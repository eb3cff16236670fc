//! What others take away: a prediction as plain data for JavaScript, a program as Python.

mod predict;
mod python;

pub use predict::{
    PackageMistake, PackagePrediction, PackageRun, PackageTask, predict_js, prediction,
};
pub use python::python;
