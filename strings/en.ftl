# All text that people read. One message here is one typed message in every language of the program:
# after a change run `cargo xtask strings`.
#
# Words as a twelve-year-old reads them. What went wrong, what was kept, what to do next.


## Sizes

size-bytes = { $bytes ->
    [one] 1 byte
   *[other] { $bytes } bytes
}
# $amount is a number with one decimal at most, such as 3.5.
size-kilobytes = { $amount } kB
size-megabytes = { $amount } MB
size-gigabytes = { $amount } GB


## Dates, as exact as the source gives them

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-day-and-time = { $day } { $month } { $year }, { $time }

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
