# en: Stopped, but not in a mess
# An upload of five parts takes 5 s, but after 2.5 s the
# user thinks better of it. `cancel` raises a
# `CancelledError` in the task, at the `await` where it
# stands. The task deletes what was sent, which takes 0.5 s,
# closes the connection and ends at 3 s.
# Try: let `main` sleep for 6 s. The upload is then
# complete, and there is nothing left to cancel.
# ko: 취소해도 뒷정리는 깔끔하게
# 다섯 부분으로 나눈 업로드는 5초가 걸리는데, 2.5초가 지나서
# 사용자가 마음을 바꿉니다. `cancel` 메서드는 태스크가 멈춰
# 있는 `await` 자리에서 `CancelledError` 예외를 일으킵니다.
# 태스크는 0.5초 동안 보낸 것을 지우고, 연결을 닫은 뒤 3초에
# 끝납니다.
# 해 보기: `main` 코루틴이 6초를 자게 해 보세요. 그때는
# 업로드가 이미 끝나서 취소할 것이 없습니다.

import asyncio


async def upload(file):
    try:
        for part in range(1, 6):
            await asyncio.sleep(1)
            print(f"{file}: part {part} sent")
    except asyncio.CancelledError:
        print(f"{file}: cancelled, deleting the parts")
        await asyncio.sleep(0.5)
        raise
    finally:
        print(f"{file}: connection closed")


async def main():
    task = asyncio.create_task(upload("video"))
    await asyncio.sleep(2.5)
    task.cancel()
    try:
        await task
        print("main: the upload is complete")
    except asyncio.CancelledError:
        print("main: the upload was cancelled")


asyncio.run(main())
