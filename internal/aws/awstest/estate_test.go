package awstest

import "testing"

// TestEstates shows that the emulator takes both.
func TestEstates(t *testing.T) {
	url := Start(t)
	t.Log(Sound(t, url, "111111111111"))
	t.Log(Broken(t, url, "222222222222"))
}
