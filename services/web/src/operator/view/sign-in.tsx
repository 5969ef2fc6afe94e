interface SignInProps {
  /** Why it did not work. */
  readonly problem: string | null;
  readonly token: string;
}

/** The key is sent once, kept nowhere, and never put back into the page. */
export function SignIn({ problem, token }: SignInProps) {
  return (
    <>
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form method="post" action="/operator/sign-in" class="card">
        <input type="hidden" name="token" value={token} />
        <div class="field">
          <label for="key">Key with the scope operate</label>
          <input id="key" name="key" type="password" autocomplete="current-password" required aria-describedby="how" />
        </div>
        <p id="how" class="quiet">
          Make one with npm run keys -- create --label "your name" --scope operate. You stay signed in for an hour.
        </p>
        <button class="button" type="submit">
          Sign in
        </button>
      </form>
    </>
  );
}
