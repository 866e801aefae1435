"""One person under the names that outlets give, and two persons under names that are alike."""

from __future__ import annotations

import pytest

from foedera.resolve.persons import Persons, person_words

KIND = Persons()

ONE = {
    "other letters for the same sounds": [
        ("Yury Ushakov", "Yuri Ushakov"), ("Sergey Lavrov", "Sergei Lavrov"), ("Dmitry Peskov", "Dmitriy Peskov"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"), ("Volodymyr Zelenskiy", "Volodymyr Zelenskyj"),
        ("Nikol Pashinyan", "Nikol Pashinian"), ("Viktor Yanukovych", "Viktor Yanukovich"),
        ("Hassan Rouhani", "Hasan Rohani"), ("Muammar Gaddafi", "Moammar Gadhafi"),
        ("Muammar Gaddafi", "Muammar Qaddafi"), ("Emomali Rahmon", "Emomali Rakhmon"),
        ("Islam Karimov", "Islom Karimov"), ("Ismail Haniyeh", "Ismail Haniya"),
        ("Alexander Lukashenko", "Aliaksandr Lukashenka"), ("Mohammed bin Salman", "Muhammad bin Salman"),
        ("Gurbanguly Berdimuhamedow", "Gurbanguly Berdymukhamedov"),
    ],
    "accents and hyphens": [
        ("Kim Jong Un", "Kim Jong-un"), ("Nguyễn Phú Trọng", "Nguyen Phu Trong"), ("Xi Jinping", "Xi Jin-ping"),
        ("Nicolás Maduro", "Nicolas Maduro"), ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Bashar al-Assad", "Bashar Assad"), ("Abdel Fattah el-Sisi", "Abdul Fattah al-Sissi"),
        ("Ursula von der Leyen", "Ursula Von Der Leyen"),
    ],
    "the family name first or last": [
        ("Shinzo Abe", "Abe Shinzo"), ("Viktor Orbán", "Orban Viktor"), ("Ban Ki-moon", "Ki-moon Ban"),
        ("Wang Yi", "Yi Wang"),
    ],
    "short given names, and forms of other languages": [
        ("Joseph Biden", "Joe Biden"), ("Michael Pompeo", "Mike Pompeo"), ("William Burns", "Bill Burns"),
        ("Volodymyr Zelensky", "Vladimir Zelensky"), ("Mikheil Saakashvili", "Mikhail Saakashvili"),
        ("Benjamin Netanyahu", "Binyamin Netanyahu"),
    ],
    "names left out": [
        ("Andrés Manuel López Obrador", "Lopez Obrador"), ("Mohammad Javad Zarif", "Javad Zarif"),
        ("Mohammed bin Salman", "Mohammad bin Salman Al Saud"), ("Tedros Adhanom Ghebreyesus", "Tedros Adhanom"),
        ("Aung San Suu Kyi", "Suu Kyi"), ("Donald J. Trump", "Donald Trump"), ("Ursula von der Leyen", "von der Leyen"),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin"),
    ],
    "what stands for a whole name": [
        ("Mohammed bin Salman", "MBS"), ("Luiz Inácio Lula da Silva", "Lula"), ("Joseph R. Biden Jr.", "Joe Biden"),
    ],
}  # fmt: skip

TWO = {
    "one family": [
        ("Kim Jong Un", "Kim Jong Il"), ("Kim Jong Un", "Kim Yo Jong"), ("Fidel Castro", "Raul Castro"),
        ("Bashar al-Assad", "Hafez al-Assad"), ("Hun Sen", "Hun Manet"), ("Ilham Aliyev", "Heydar Aliyev"),
        ("Mohammed bin Salman", "Salman bin Abdulaziz"), ("Mohammed bin Salman", "Turki bin Salman"),
    ],
    "father and son": [
        ("George W. Bush", "George H.W. Bush"), ("Donald Trump", "Donald Trump Jr."),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr."),
    ],
    "one family name": [
        ("Wang Yi", "Wang Ye"), ("Li Qiang", "Li Keqiang"), ("Li Zhanshu", "Li Zhenshi"),
        ("Moon Jae-in", "Moon Chung-in"),
        ("Nguyen Xuan Phuc", "Nguyen Phu Trong"), ("Kim Dae-jung", "Kim Young-sam"),
        ("Lee Hsien Loong", "Lee Kuan Yew"),
    ],
    "one given name": [
        ("Mohammed bin Salman", "Mohammed bin Zayed"), ("Sergei Lavrov", "Sergei Ivanov"),
        ("Alexander Novak", "Alexander Novikov"), ("Mark Warner", "Mark Werner"), ("David Miller", "David Moller"),
        ("Juan Carlos", "Juan Carlos Varela"),
    ],
    "a man and a woman": [
        ("Ivan Petrov", "Irina Petrova"), ("Alexander Ivanov", "Alexandra Ivanova"),
        ("Michael Flynn", "Michelle Flynn"),
        ("Maria Silva", "Mario Silva"),
    ],
    "names that sound alike": [("Ali Khamenei", "Ruhollah Khomeini")],
}  # fmt: skip


def are_one(one: str, other: str) -> bool:
    """Whether the register would compare two names at all, finds them alike, and nothing against it."""
    a, b = ({"name": person_words(name)} for name in (one, other))
    if a == b:
        return True
    return bool({*KIND.keys(a)} & {*KIND.keys(b)}) and KIND.likeness(a, b) is not None and KIND.conflict(a, b) is None


def table(pairs: dict[str, list[tuple[str, str]]]) -> list[object]:
    return [pytest.param(*pair, id=f"{why}: {' / '.join(pair)}") for why, found in pairs.items() for pair in found]


@pytest.mark.parametrize(("one", "other"), table(ONE))
def test_one_person(one: str, other: str) -> None:
    assert are_one(one, other)
    assert are_one(other, one)


@pytest.mark.parametrize(("one", "other"), table(TWO))
def test_two_persons(one: str, other: str) -> None:
    assert not are_one(one, other)
    assert not are_one(other, one)
