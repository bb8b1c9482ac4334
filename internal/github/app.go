package github

import (
	"bytes"
	"context"
	"crypto/rsa"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// App is a GitHub App to sign in as.
type App struct {
	// ID is the App's id or client id.
	ID string
	// Key is its private key, PEM.
	Key []byte
}

// signer makes the tokens by which an App names itself.
type signer struct {
	id  string
	key *rsa.PrivateKey
	now func() time.Time
}

func newSigner(a App, now func() time.Time) (*signer, error) {
	key, err := jwt.ParseRSAPrivateKeyFromPEM(a.Key)
	if err != nil {
		return nil, &CredentialsError{Missing: true, what: "the private key of the GitHub App is not an RSA key in PEM"} // the error might quote it
	}
	return &signer{a.ID, key, now}, nil
}

// sign makes a token that is valid for a few minutes. It begins a minute ago, for clocks that differ.
// Source: https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
func (s *signer) sign() (string, error) {
	now := s.now()
	return jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.RegisteredClaims{
		Issuer: s.id, IssuedAt: jwt.NewNumericDate(now.Add(-time.Minute)), ExpiresAt: jwt.NewNumericDate(now.Add(8 * time.Minute)),
	}).SignedString(s.key)
}

// installation is an App's place at one owner. Asking for its token is the one request
// that is not GET: it makes a token, and changes nothing of the owner.
type installation struct {
	signer *signer
	client *url.URL
	base   http.RoundTripper
	owner  string
	now    func() time.Time

	mu      sync.Mutex
	current string
	until   time.Time
}

// token is one that is valid for some minutes more.
func (i *installation) token(ctx context.Context) (string, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.current != "" && i.now().Add(5*time.Minute).Before(i.until) {
		return i.current, nil
	}
	var found struct {
		ID int64 `json:"id"`
	}
	err := i.ask(ctx, http.MethodGet, "orgs/"+url.PathEscape(i.owner)+"/installation", &found)
	if err != nil {
		err = i.ask(ctx, http.MethodGet, "users/"+url.PathEscape(i.owner)+"/installation", &found)
	}
	if err != nil {
		return "", err
	}
	var made struct {
		Token     string    `json:"token"`
		ExpiresAt time.Time `json:"expires_at"`
	}
	if err := i.ask(ctx, http.MethodPost, "app/installations/"+strconv.FormatInt(found.ID, 10)+"/access_tokens", &made); err != nil {
		return "", err
	}
	if made.Token == "" {
		return "", &CredentialsError{what: "GitHub gave the App no token"}
	}
	i.current, i.until = made.Token, made.ExpiresAt
	return i.current, nil
}

func (i *installation) ask(ctx context.Context, method, path string, into any) error {
	r, err := http.NewRequestWithContext(ctx, method, i.client.JoinPath(path).String(), bytes.NewReader(nil))
	if err != nil {
		return err
	}
	signed, err := i.signer.sign()
	if err != nil {
		return &CredentialsError{what: "the GitHub App could not sign in: its key does not sign"}
	}
	r.Header.Set("Authorization", "Bearer "+signed)
	r.Header.Set("Accept", "application/vnd.github+json")
	answer, err := i.base.RoundTrip(r)
	if err != nil {
		return err
	}
	defer func() { _ = answer.Body.Close() }() // it was only read
	if answer.StatusCode >= http.StatusMultipleChoices {
		return &CredentialsError{what: fmt.Sprintf("the GitHub App could not sign in: %s of %s answered %d; see that --app-id and --app-key belong together, and that the App is installed at %s",
			method, path, answer.StatusCode, i.owner)}
	}
	const enough = 1 << 20
	return json.NewDecoder(io.LimitReader(answer.Body, enough)).Decode(into)
}
