package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"

	_ "github.com/hipaactl/hipaactl/cmd/hipaactl/startup" // sets the collector before main
)

// How much may be allocated before the garbage collector runs again, in percent of what is live
// (docs/performance.md). Most scans live for a second, and a little more memory than Go's 100
// buys less work; a large one has to fit beside what else a build runs. The first run is
// startup's.
const (
	collectAfter = 150
	collectLarge = 50
	// large is what is live of 5,000 resources and more, in bytes.
	large = 64 << 20
)

// tuneCollector sets the collector for as long as the process lives. GOGC overrides it.
func tuneCollector() {
	if os.Getenv("GOGC") != "" {
		return
	}
	afterCollection(func() {
		if heapLive() > large {
			debug.SetGCPercent(collectLarge)
		} else {
			debug.SetGCPercent(collectAfter)
		}
	})
}

// collectJudged runs the collector once after many resources were judged: what judging took is
// garbage then, in whose place the report is written.
func collectJudged() {
	if heapLive() > large {
		runtime.GC()
	}
}

// heapLive is what was live after the last collection, in bytes.
func heapLive() uint64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return live[0].Value.Uint64()
}

// afterCollection calls do after each garbage collection: an object that nothing holds is
// cleaned up by it.
func afterCollection(do func()) {
	type cycle struct{ _ [16]byte }
	runtime.AddCleanup(new(cycle), func(struct{}) {
		do()
		afterCollection(do)
	}, struct{}{})
}
