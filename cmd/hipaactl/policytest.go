package main

import "github.com/spf13/cobra"

func newPolicyTest(p process) *cobra.Command { return &cobra.Command{Use: "test"} }
