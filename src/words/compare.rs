//! What is said of a run that was kept, and of how the present one differs from it.

use super::words;

words! {
    keep = "Keep", "보관";
    keep_tip =
        "Keep these runs and their program, to compare what you change with them",
        "지금 실행과 프로그램을 보관해 두고, 바꾼 뒤와 비교합니다";
    comparison = "Comparison", "비교";
    kept_predicted = "kept run, predicted", "보관한 실행, 예측";
    kept_measured = "kept run, measured", "보관한 실행, 측정";
    kept_disturbed = "kept run, measured, disturbed", "보관한 실행, 측정, 방해받음";
    kept_predicted_source = "kept, predicted", "보관한 예측";
    kept_measured_source = "kept, measured", "보관한 측정";
    kept_disturbed_source = "kept, measured, disturbed", "보관한 측정, 방해받음";
    compared_predicted(sequential, concurrent) =
        "Compared with the kept run (predicted): sequential {sequential}, concurrent {concurrent}.",
        "보관한 실행(예측)과 비교: 순차 {sequential}, 동시 {concurrent}.";
    compared_measured(sequential, concurrent) =
        "Compared with the kept run (measured): sequential {sequential}, concurrent {concurrent}.",
        "보관한 실행(측정)과 비교: 순차 {sequential}, 동시 {concurrent}.";
    compared_disturbed(sequential, concurrent) =
        "Compared with the kept run (measured, disturbed): sequential {sequential}, concurrent {concurrent}.",
        "보관한 실행(측정, 방해받음)과 비교: 순차 {sequential}, 동시 {concurrent}.";
    new_tasks(count) = "New tasks: {count}.", "새 태스크: {count}개.";
    gone_tasks(count) = "Gone: {count}.", "없어진 태스크: {count}개.";
    restore = "Restore", "되돌리기";
    restore_tip = "Put the kept program's text back", "보관한 프로그램의 글을 다시 놓습니다";
    restored = "The kept program stands in place of your text.", "지금 글 대신 보관한 프로그램을 놓았습니다.";
    drop_kept = "Drop", "비교 끝내기";
    drop_tip = "Keep these runs no longer", "보관한 실행을 버립니다";
    against_kept(difference) = "{difference} against the kept run", "보관한 실행과의 차이 {difference}";
    difference_from_kept = "difference from the kept run", "보관한 실행과의 차이";
    new_task = "new", "새 태스크";
    gone_task = "gone", "없어짐";
    new_since = "new since the kept run", "보관한 실행에는 없던 태스크";
}
