/** What a new install says first. */
export function Welcome() {
  return (
    <div class="accounts-welcome">
      <h3>Start by connecting an account</h3>
      <p>
        You need an API key: from your user settings in Octeth, or from maton.ai for Systeme.io. It
        is tried at once, and kept in this browser alone.
      </p>
      <p>
        Then press the Addressee button in the toolbar and type an address: one card says who that
        is in every account.
      </p>
    </div>
  );
}
