package main

import (
	"runtime"
	"testing"
)

func TestAfterEachCollection(*testing.T) {
	const cycles = 3
	seen := make(chan bool, cycles)
	n := 0
	afterCollection(func() {
		if n++; n <= cycles {
			seen <- true
		}
	})
	for range cycles {
		runtime.GC()
		<-seen // waits for the cleanup, which runs beside the program
	}
}
