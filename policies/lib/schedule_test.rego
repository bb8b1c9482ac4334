package hipaactl.lib.schedule_test

import data.hipaactl.lib.schedule

test_rates if {
	schedule.days("rate(30 days)") == 30
	schedule.days("rate(1 day)") == 1
	schedule.days("rate(12 hours)") == 0.5
}

test_cron if {
	every expression, days in {
		"cron(0 8 * * ? *)": 1,
		"cron(0 /4 * * ? *)": 1,
		"cron(0 8 1 * ? *)": 30,
		"cron(0 8 1,15 * ? *)": 16,
		"cron(0 8 */10 * ? *)": 10,
		"cron(0 8 L * ? *)": 30,
		"cron(0 8 ? * SUN *)": 7,
		"cron(0 8 ? * MON-FRI *)": 3,
		"cron(0 8 ? * 1,4 *)": 4,
		"cron(0 16 ? * SUN#1 *)": 30,
		"cron(0 16 ? * 6L *)": 30,
		"cron(0 8 1 */3 ? *)": 90,
		"cron(0 8 1 1,4,7,10 ? *)": 90,
		"cron(0 8 1 /2 ? *)": 60,
		"cron(0 8 1 JAN,JUL ? *)": 180,
		"cron(0 8 1 JAN ? *)": 360,
		"cron(0 8 ? MAR-MAY MON *)": 300,
	} {
		schedule.days(expression) == days
	}
}

test_what_cannot_be_told if {
	every expression in ["", "rate(x days)", "rate(30days)", "cron(0 8 1 * ? 2030)", "cron(0 8 1 FOO ? *)", "cron(0 8 1,x * ? *)", "every month", "cron(0 8 1 5-2 ? *)"] {
		not schedule.days(expression)
	}
}
