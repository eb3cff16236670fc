//! Mistakes about what the names of a program stand for.

use crate::words::words;

words! {
    unknown_task(name) =
        "unknown task '{name}'",
        "'{name}' 태스크가 없습니다.";
    unknown_task_near(name, near) =
        "unknown task '{name}'; did you mean '{near}'?",
        "'{name}' 태스크가 없습니다. 혹시 '{near}'인가요?";
    unknown_pool(name) =
        "unknown pool '{name}'; a pool is declared by 'pool {name} = 2'",
        "'{name}' 풀이 없습니다. 풀은 'pool {name} = 2'처럼 선언합니다.";
    unknown_pool_near(name, near) =
        "unknown pool '{name}'; did you mean '{near}'?",
        "'{name}' 풀이 없습니다. 혹시 '{near}'인가요?";
    pool_as_task(name) =
        "'{name}' is a pool, not a task; 'using {name}' takes a pool",
        "'{name}' 이름은 태스크가 아니라 풀을 가리킵니다. 풀을 쓰려면 'using {name}'처럼 적으세요.";
    task_as_pool(name) =
        "'{name}' is a task, not a pool; 'after {name}' waits for a task",
        "'{name}' 이름은 풀이 아니라 태스크를 가리킵니다. 태스크를 기다리려면 'after {name}'처럼 적으세요.";
    pool_twice(pool) =
        "the pool '{pool}' is named twice; a task takes it once",
        "'{pool}' 풀이 두 번 쓰였습니다. 한 태스크는 같은 풀을 한 번만 잡습니다.";
    not_a_family(task) =
        "'{task}' is a single task and has no members; expected '{task}' alone",
        "'{task}' 태스크는 묶음이 아니라서 멤버가 없습니다. '{task}'만 적으세요.";
    no_member(family, index, first, last) =
        "'{family}' has no member {index}; its indices are {first}..{last}",
        "'{family}' 묶음에는 {index}번 멤버가 없습니다. 인덱스는 {first}부터 {last}까지입니다.";
    same_index_outside_family(family) =
        "'{family}[i]' can only stand in a family; expected '{family}' or one member, like '{family}[3]'",
        "'{family}[i]' 표현은 묶음에서만 쓸 수 있습니다. '{family}' 전체나 '{family}[3]' 같은 멤버 하나를 적으세요.";
    same_index_without_member(family, index, first, last) =
        "this family has a member {index}, but '{family}' has none; the indices of '{family}' are {first}..{last}",
        "이 묶음에는 {index}번 멤버가 있지만 '{family}' 묶음에는 없습니다. '{family}' 묶음의 인덱스는 {first}부터 {last}까지입니다.";
    cycle(first, path) =
        "the task '{first}' comes after itself: {path}",
        "'{first}' 태스크가 순환하여 자기 자신을 기다리게 됩니다: {path}";
}
