// Package merge combines the results of many runs, JSON reports of hipaactl, into one
// report. Only what stands beside the findings is held in memory: the findings are read
// twice, once to count and to see which result counts for what, and once for each
// document that is written. So the results of a thousand accounts merge in the memory of one.
//
// Where two results judge the same rule in the same root (an account and Region, or a
// root module of one repository), the one that was finished later counts, and what the other says there is left out.
package merge
