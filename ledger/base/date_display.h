// Days for people: 1.5.2007 in Finnish and Finland-Swedish, 1 May 2007 in English, so that nobody
// reads 1.5. as 5 January.
#pragma once

#include <string>

#include "ledger/base/date.h"
#include "ledger/base/language.h"

namespace sinetti {

std::string DisplayDay(Date date, Language language);
std::string DisplayMonth(int year, int month, Language language);  // 5/2007, May 2007
const Text3& WeekdayName(Weekday weekday);                         // maanantai, måndag, Monday

}  // namespace sinetti
