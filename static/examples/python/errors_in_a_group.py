# en: An error in a task group
# A trip needs a flight, a hotel and a car, and all three
# are booked at the same time. After 2 s the hotel turns out
# to be full: the task group cancels the car, which would
# take 3 s, and passes on the error. The flight was booked
# after 1 s and stays booked, unless the program gives it
# back.
# Try: delete `, fails=True` from the hotel's line. All is
# booked after 3 s.
# ko: 태스크 그룹에서 난 오류
# 여행에 필요한 항공편, 호텔, 자동차를 동시에 예약합니다.
# 2초 뒤 호텔이 만실로 드러나면 태스크 그룹이 3초 걸릴
# 자동차 예약을 취소하고 오류를 알립니다. 항공편은 1초에
# 이미 예약되었으므로, 프로그램이 따로 취소하지 않으면
# 예약된 채로 남습니다.
# 해 보기: 호텔 줄에서 `, fails=True` 부분을 지워 보세요.
# 모두 3초에 예약됩니다.

import asyncio


async def book(what, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"{what}: cancelled")
        raise
    if fails:
        raise ValueError(f"no {what} left")
    print(f"{what}: booked")


async def main():
    try:
        async with asyncio.TaskGroup() as trip:
            trip.create_task(book("flight", 1))
            trip.create_task(book("hotel", 2, fails=True))
            trip.create_task(book("car", 3))
        print("have a nice trip")
    except* ValueError as group:
        for error in group.exceptions:
            print("no trip:", error)


asyncio.run(main())
