//! What others take away: a prediction as plain data for JavaScript.

mod predict;

pub use predict::{
    PackageMistake, PackagePrediction, PackageRun, PackageTask, predict_js, prediction,
};
