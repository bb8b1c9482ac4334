package logs

import (
	"fmt"
	"strings"
	"testing"
)

// TestCalls: each case is one line, or some, of a language and what is found: what, where it goes
// and, where it is not sure, a question mark.
func TestCalls(t *testing.T) {
	for file, cases := range map[string]map[string]string{
		"a.go": {
			`log.Printf("patient %s", p.SSN)`:                            "ssn logger",
			`slog.Info("admitted", "ssn", ssn, "id", id)`:                "ssn logger",
			"logger.Infow(\"x\",\n\t\"dob\",\n\tpatient.DateOfBirth,\n)": "date of birth logger",
			`log.Info().Str("mrn", rec.MRN).Msg("read")`:                 "mrn logger",
			`log.WithFields(log.Fields{"ssn": p.SSN}).Info("x")`:         "ssn logger",
			`fmt.Println(patient.Name)`:                                  "patient name print",
			`log.Printf("%v", strings.TrimSpace(ssn))`:                   "ssn logger",
			`log.Printf("%v", lookup(ssn))`:                              "ssn logger?",
			`log.Printf("%v", maskSSN(p.SSN))`:                           "",
			`log.Printf("%v", len(ssn))`:                                 "",
			`log.Print("the ssn is missing")`:                            "",
			`// log.Print(ssn)`:                                          "",
			`log.Printf("%v", ssn == "")`:                                "",
			`log.Printf("%v", ColumnSSN)`:                                "",
			`log.Printf("%v", columns.SSN)`:                              "ssn logger",
			`log.Printf("%v", Columns.SSN)`:                              "",
			`log.Printf("%v", p.PatientID)`:                              "",
			`return fmt.Errorf("bad %s", ssn)`:                           "",
			`catalog.Info(ssn)`:                                          "",
			`if err != nil { log.Print(err); store(ssn) }`:               "",
			`log.Print("x", func() string { store(ssn); return "" }())`:  "",
			`log.Printf("%v", patient)`:                                  "patient logger?",
			`log.Printf("%v", patient.ID)`:                               "",
			`x := log.New(ssnValidator, "", 0)`:                          "",
			`logger.Debug("x", zap.String("ssn", p.SSN))`:                "ssn logger",
		},
		"a.py": {
			`logger.info(f"dob {p.dob:%Y}")`:                               "dob logger",
			`logger.info("dob %s", patient["dob"])`:                        "dob logger",
			`logger.info("dob %s", row.get("date_of_birth"))`:              "date of birth logger",
			`logging.warning("ssn={}".format(ssn))`:                        "ssn logger",
			`print(patient_name)`:                                          "patient name print",
			`print("patient_name")`:                                        "",
			`logger.info("x", extra={"ssn": ssn})`:                         "ssn logger",
			`logger.info("fields %s", ["ssn", "dob"])`:                     "",
			`logger.info("x", ssn=mask(ssn))`:                              "",
			`logger.info("x %s", hashlib.sha256(ssn).hexdigest())`:         "",
			`logger.info("x %s", "yes" if ssn else "no")`:                  "",
			`logger.info("x %s", ssn is None)`:                             "",
			`logger.info(SSN)`:                                             "",
			`# print(ssn)`:                                                 "",
			`"""print(ssn)"""`:                                             "",
			`logger.debug(request.body)`:                                   "request body logger",
			`logger.debug(request.data["id"])`:                             "",
			`logger.debug(response.body)`:                                  "",
			`logger.debug("x", request.get_json())`:                        "request body logger",
			"def f(ssn):\n    print('x')":                                  "",
			"print('x')\nstore(ssn)":                                       "",
			`logger.info("%s", birthdate.year)`:                            "",
			`blog.info(ssn)`:                                               "",
			`logger.info(f"{len(diagnoses)} {diagnosis}")`:                 "diagnosis logger?",
			`engine = create_engine(url, pool_size=5, echo=True)`:          "echo setting",
			`engine = create_engine(url, echo=True, hide_parameters=True)`: "",
			`click.echo(x, echo=True)`:                                     "",
			`engine = create_engine(url, echo=False)`:                      "",
			`SQLALCHEMY_ECHO = True`:                                       "SQLALCHEMY_ECHO setting?",
		},
		"a.ts": {
			"console.log(`ssn ${patient.ssn}`)":           "ssn print",
			"console.log('ssn ${patient.ssn}')":           "",
			"this.logger.info('x', { ssn, id })":          "ssn logger",
			"this.logger.info('x', { ssn: patient.ssn })": "ssn logger",
			"logger.info('x', () => { save(ssn) })":       "",
			"logger.info({ ssn: redact(p.ssn) })":         "",
			"console.log(JSON.stringify(req.body))":       "request body print",
			"console.log(req.body.id)":                    "",
			"console.log(!ssn)":                           "",
			"console.log(ssn ? 'a' : 'b')":                "",
			"console.log(patient?.firstName)":             "patient firstname print",
			"console.log(user.firstName)":                 "",
			"dialog.log(ssn)":                             "",
			"console.log(ssn?.length)":                    "",
			"console.log(typeof ssn)":                     "",
			"console.log('a'); save(ssn)":                 "",
		},
		"A.java": {
			`LOG.info("x {}", patient.getSsn());`:            "ssn logger",
			`logger.info("x {}", patient.getName());`:        "patient getname logger",
			`log.debug("x " + getDateOfBirth().toString());`: "date of birth logger",
			`System.out.println("dob: " + dob);`:             "dob print",
			`LOG.info("x {}", Field.SSN);`:                   "",
			`LOG.info("x {}", SSN);`:                         "",
			`LOG.info("x {}", PatientName.class);`:           "",
			`LOG.atInfo().addKeyValue("ssn", ssn).log("x");`: "ssn logger",
			`catalog.info(ssn);`:                             "",
			`LOG.info("x {}", isValidSsn());`:                "",
			`LOG.info("x {}", ssn != null);`:                 "",
			`/* LOG.info(ssn) */`:                            "",
			`private void log(final String ssn) {}`:          "",
		},
		"a.kt": {
			`logger.info { "ssn $ssn" }`:     "ssn logger",
			`logger.info { "ssn ${p.ssn}" }`: "ssn logger",
			`list.forEach { save(ssn) }`:     "",
			`println("dob ${patient.dob}")`:  "dob print",
		},
		"A.cs": {
			`_logger.LogInformation("x {Ssn}", patient.Ssn);`:       "ssn logger",
			`_logger.LogInformation($"x {patient.DateOfBirth:d}");`: "date of birth logger",
			`Console.WriteLine(patient.SSN);`:                       "ssn print",
			`Console.WriteLine(nameof(Patient.SSN));`:               "",
			`options.EnableSensitiveDataLogging();`:                 "EnableSensitiveDataLogging setting?",
			`options.EnableSensitiveDataLogging(false);`:            "",
		},
		"a.rb": {
			`logger.info "ssn #{patient.ssn}"`:        "ssn logger",
			`logger.info 'ssn #{patient.ssn}'`:        "",
			`Rails.logger.debug("x #{params[:ssn]}")`: "ssn logger",
			`logger.info @ssn`:                        "ssn logger",
			`puts ssn`:                                "ssn print",
			"puts 'a',\n  ssn":                        "ssn print",
			"puts 'a'\nsave ssn":                      "",
			`logger.info { "dob #{dob}" }`:            "dob logger",
			`puts ssn.length`:                         "",
			`logger.debug request.raw_post`:           "request body logger",
		},
		"a.php": {
			`<?php error_log("ssn " . $ssn);`:                  "ssn print",
			`<?php Log::info("ssn $patient->ssn");`:            "ssn logger",
			`<?php $this->logger->info('x', ['ssn' => $ssn]);`: "ssn logger",
			`<?php echo $patient->ssn;`:                        "",
			`<?php Log::info(count($diagnoses));`:              "",
			`<p>error_log($ssn)</p>`:                           "",
		},
		"app/settings/production.py":                {"DEBUG = True\n": "DEBUG setting", "# DEBUG = True\n": "", "DEBUG = env('DEBUG')\n": ""},
		"app/settings/dev.py":                       {"DEBUG = True\n": ""},
		".env.production":                           {"APP_DEBUG=true\n": "DEBUG setting", "APP_DEBUG=false\n": ""},
		"config/environments/production.rb":         {"  config.consider_all_requests_local = true\n": "consider_all_requests_local setting", "  config.log_level = :debug\n": "log_level setting?"},
		"src/main/resources/application.properties": {"logging.level.org.hibernate.orm.jdbc.bind=TRACE\n": "hibernate binding setting", "spring.jpa.show-sql=true\n": "show-sql setting?", "#spring.jpa.show-sql=true\n": ""},
		"src/main/resources/application-prod.yml":   {"logging:\n  level:\n    org.hibernate.orm.jdbc.bind: trace\n": "hibernate binding setting"},
	} {
		for text, want := range cases {
			var got []string
			for _, f := range Read(file, []byte(text)) {
				mark := ""
				if !f.Sure {
					mark = "?"
				}
				got = append(got, fmt.Sprintf("%s %s%s", f.What, f.Sink, mark))
			}
			if s := strings.Join(got, ", "); s != want {
				t.Errorf("%s: %s\n got %q\nwant %q", file, text, s, want)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"a.go", "a.py", "a.ts", "A.java", "a.kt", "A.cs", "a.rb", "a.php", ".env.production"} {
		f.Add(name, []byte("logger.info(f\"x {p.ssn:d}\", patient.getName().trim(), row[\"dob\"], {ssn}, `${mrn}`) # <?php\nputs \"#{ssn}\"\nDEBUG=true"))
	}
	f.Fuzz(func(t *testing.T, name string, src []byte) {
		if !Wants(name) {
			t.Skip("no file of ours")
		}
		last := -1
		for _, find := range Read(name, src) {
			if find.Start < 0 || find.Start >= len(src) || find.What == "" || find.Sink == "" {
				t.Errorf("a find without a place or a name: %+v", find)
			}
			if find.Sink != "setting" && find.Start < last {
				t.Errorf("finds out of order")
			}
			last = find.Start
		}
	})
}
