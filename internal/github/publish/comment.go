package publish

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"

	gh "github.com/google/go-github/v84/github"
)

// MaxComment is the most characters that GitHub takes in a comment.
const MaxComment = 65536

// maxPages bounds the pages of 100 comments in which one of ours is looked for.
const maxPages = 50

// written is a comment of a pull request.
type written struct {
	ID   int64  `json:"id"`
	Body string `json:"body"`
	URL  string `json:"html_url"`
	User struct {
		Login string `json:"login"`
		Type  string `json:"type"`
	} `json:"user"`
}

// Comment writes a comment on a pull request, or changes the one that it wrote before, which
// it knows by its marker: the first line of body. Only comments of the token's own user or, of
// an App, those of Apps are changed: what others wrote stays theirs, also where they wrote the
// marker into it. done says what was done: created, updated or unchanged.
func (c *Client) Comment(ctx context.Context, number int, body string) (done string, err error) {
	marker, _, ok := strings.Cut(body, "\n")
	if n := utf8.RuneCountInString(body); n > MaxComment || !ok || !strings.HasPrefix(marker, "<!-- ") || !strings.HasSuffix(marker, " -->") {
		return "", fmt.Errorf("a comment of %d characters whose first line is no marker, or that is too long", n)
	}
	err = c.patient(ctx, func() error { // as a whole: a comment that was written although the answer got lost is found again
		done, err = c.write(ctx, number, marker, body)
		return err
	})
	return done, c.failure(ctx, comment, err)
}

func (c *Client) write(ctx context.Context, number int, marker, body string) (string, error) {
	mine, err := c.author(ctx)
	if err != nil {
		return "", err
	}
	before, err := c.find(ctx, number, marker, mine)
	if err != nil {
		return "", err
	}
	text := map[string]string{"body": body}
	var after written
	switch {
	case before == nil:
		_, err = c.ask(ctx, http.MethodPost, fmt.Sprintf("%s/issues/%d/comments", c.repo, number), text, &after)
		return "created", confirmed(after, err)
	case lines(before.Body) == lines(body):
		return "unchanged", nil
	}
	_, err = c.ask(ctx, http.MethodPatch, fmt.Sprintf("%s/issues/comments/%d", c.repo, before.ID), text, &after)
	return "updated", confirmed(after, err)
}

// confirmed holds an answer to be one: a proxy may say 200 to anything.
func confirmed(after written, err error) error {
	if err == nil && after.ID == 0 {
		err = &Error{What: comment.what, Why: "GitHub's answer does not name the comment", Settle: "check --endpoint-url"}
	}
	return err
}

// lines are a text as GitHub gives it back: without the ends of lines of other systems.
func lines(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}

// author tells which comments are the token's own. What a workflow or an App is given names
// no user: its comments are those of bots.
func (c *Client) author(ctx context.Context) (func(written) bool, error) {
	var user struct {
		Login string `json:"login"`
	}
	_, err := c.ask(ctx, http.MethodGet, "user", nil, &user)
	var answer *gh.ErrorResponse
	switch {
	case err == nil && user.Login != "":
		return func(w written) bool { return strings.EqualFold(w.User.Login, user.Login) }, nil
	case errors.As(err, &answer) && answer.Response != nil && answer.Response.StatusCode == http.StatusForbidden:
		return func(w written) bool { return w.User.Type == "Bot" }, nil
	case err == nil:
		err = errors.New("no user")
	}
	return nil, err
}

// find is the oldest comment of ours, nil where there is none.
func (c *Client) find(ctx context.Context, number int, marker string, mine func(written) bool) (*written, error) {
	path := fmt.Sprintf("%s/issues/%d/comments?per_page=100&page=", c.repo, number)
	for page := 1; page <= maxPages; {
		var all []written
		resp, err := c.ask(ctx, http.MethodGet, fmt.Sprint(path, page), nil, &all)
		if err != nil {
			return nil, err
		}
		if all == nil {
			return nil, errors.New("no list")
		}
		for i := range all {
			if first, _, _ := strings.Cut(lines(all[i].Body), "\n"); first == marker && mine(all[i]) {
				return &all[i], nil
			}
		}
		if page = resp.NextPage; page == 0 {
			return nil, nil
		}
	}
	return nil, &Error{What: comment.what, Why: fmt.Sprintf("it has more than %d comments, in which one of ours may be", maxPages*100)}
}
