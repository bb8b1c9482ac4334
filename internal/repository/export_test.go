package repository

// ForTests is forTests.
func ForTests(name string) bool { return forTests(name) }
