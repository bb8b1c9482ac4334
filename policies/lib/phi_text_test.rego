package hipaactl.lib.phi_text_test

import data.hipaactl.lib.phi_text

# Nobody's numbers, put together here so that nothing in this file looks like one.
number := concat("-", ["536", "22", "1874"])

plain := concat("", ["536", "22", "1874"])

test_social_security if {
	phi_text.kinds(number) == {"a Social Security number"}
	phi_text.kinds(sprintf("export_%s_old", [number])) == {"a Social Security number"}
	phi_text.kinds(sprintf("SSN: %s", [plain])) == {"a Social Security number"}
	phi_text.kinds(sprintf("ssn_%s", [plain])) == {"a Social Security number"}
	phi_text.kinds(plain) == set()
	phi_text.kinds(sprintf("1%s", [number])) == set()
}

test_numbers_that_nobody_has if {
	every parts in [["000", "22", "1874"], ["666", "22", "1874"], ["912", "22", "1874"], ["536", "00", "1874"], ["536", "22", "0000"], ["123", "45", "6789"], ["222", "22", "2222"]] {
		phi_text.kinds(concat("-", parts)) == set()
	}
}

test_medical_record if {
	digits := concat("", ["48", "239", "91"])
	every label in ["MRN: %s", "mrn-%s", "patient_mrn_%s", "Medical record number %s", "MedicalRecord=%s"] {
		phi_text.kinds(sprintf(label, [digits])) == {"the number of a medical record"}
	}
	phi_text.kinds(sprintf("order %s", [digits])) == set()
	phi_text.kinds("mrn-index-2024") == set()
	phi_text.kinds("mrn 123") == set()
}

test_date_of_birth if {
	every date in [concat("-", ["1961", "07", "23"]), concat("/", ["7", "23", "1961"]), concat(".", ["23", "7", "61"]), concat("", ["1961", "07", "23"])] {
		phi_text.kinds(sprintf("Jane, dob %s", [date])) == {"a date of birth"}
	}
	every label in ["DOB: %s", "date_of_birth=%s", "Born on %s", "BirthDate: %s"] {
		phi_text.kinds(sprintf(label, [concat("-", ["1961", "07", "23"])])) == {"a date of birth"}
	}
	phi_text.kinds("backup-2024-07-23") == set()
	phi_text.kinds("dob 1961-17-43") == set()
}

test_what_apply_fills if {
	phi_text.kinds("ref:aws_kms_key.records.arn") == set()
}
