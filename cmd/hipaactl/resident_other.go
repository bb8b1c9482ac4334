//go:build !linux

package main

// unmapStartup is for Linux, whose kernel maps more than a program touches.
func unmapStartup() {}
