package detect

import "strings"

// date is a day of a calendar.
type date struct{ year, month, day int }

// Years that a living person, or one who died not long ago, is born in.
const (
	firstYear = 1890
	lastYear  = 2035
)

// parseDate reads a date at start in the forms that records and forms are written
// in: 1958-03-07, 1958/3/7, 19580307, 03/07/1958, 3-7-1958, 7.3.1958, 7 March 1958,
// 7-Mar-1958, March 7, 1958. It gives end 0 where there is none.
func parseDate(text []byte, start int) (d date, end int) {
	first, a := number(text, start)
	switch {
	case a-start == 8 || a-start == 14 || a-start == 12:
		d = date{atoi(text[start : start+4]), atoi(text[start+4 : start+6]), atoi(text[start+6 : start+8])}
		return d.checked(a)
	case a == start:
		return monthFirst(text, start)
	case a-start != 4 && a-start > 2 || a >= len(text):
		return date{}, 0
	}
	if name, b := monthName(text, skipOne(text, a)); name > 0 {
		year, c := number(text, skipOne(text, b))
		return date{year, name, first}.checked(c)
	}
	separator := text[a]
	if separator != '-' && separator != '/' && separator != '.' {
		return date{}, 0
	}
	second, b := number(text, a+1)
	if b == a+1 || b-a > 3 || b >= len(text) || text[b] != separator {
		return date{}, 0
	}
	third, c := number(text, b+1)
	switch {
	case a-start == 4 && c-b <= 3 && c > b+1:
		return date{first, second, third}.checked(c)
	case c-b == 5 && a-start <= 2:
		if d, end = (date{third, first, second}).checked(c); end > 0 {
			return d, end
		}
		return date{third, second, first}.checked(c)
	}
	return date{}, 0
}

func monthFirst(text []byte, start int) (d date, end int) {
	name, a := monthName(text, start)
	if name == 0 {
		return date{}, 0
	}
	day, b := number(text, skipOne(text, a))
	if b < len(text) && text[b] == ',' {
		b++
	}
	year, c := number(text, skipOne(text, b))
	return date{year, name, day}.checked(c)
}

func (d date) checked(end int) (date, int) {
	if d.year < firstYear || d.year > lastYear || d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 {
		return date{}, 0
	}
	return d, end
}

// invented tells the days that people write when they mean none: the first of
// January, and 1 to 12 in a row.
func (d date) invented() bool {
	return d.month == 1 && d.day <= 2 || d.month == d.day && d.day == 12 || d.month == 12 && d.day == 31
}

// number reads up to 14 digits.
func number(text []byte, start int) (n, end int) {
	end = start
	for end < len(text) && digit(text[end]) && end-start < 14 {
		end++
	}
	return atoi(text[start:min(end, start+9)]), end
}

// atoi reads digits that are known to be digits.
func atoi(s []byte) int {
	n := 0
	for _, b := range s {
		n = n*10 + int(b-'0')
	}
	return n
}

// skipOne skips one separator between the parts of a written date.
func skipOne(text []byte, at int) int {
	if at < len(text) && (text[at] == ' ' || text[at] == '-' || text[at] == '/') {
		return at + 1
	}
	return at
}

const months = "janfebmaraprmayjunjulaugsepoctnovdec"

// monthName reads an English name of a month or its first three letters.
func monthName(text []byte, start int) (month, end int) {
	end = start
	for end < len(text) && letter(text[end]) && end-start < 10 {
		end++
	}
	if end-start < 3 {
		return 0, start
	}
	at := strings.Index(months, strings.ToLower(string(text[start:start+3])))
	if at < 0 || at%3 != 0 {
		return 0, start
	}
	if end < len(text) && text[end] == '.' {
		end++
	}
	return at/3 + 1, end
}
