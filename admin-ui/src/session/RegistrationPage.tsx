import { PublicFrame } from '../frame/PublicFrame';
import { registrationNotes, sessionText as text } from '../messages/session';

/** Who may have an account and how it is obtained. */
export default function RegistrationPage() {
  return (
    <PublicFrame title={text.registerTitle}>
      <article className="card card-wide">
        <h1>{text.registerTitle}</h1>
        {registrationNotes.map((note) => (
          <section key={note.title}>
            <h2>{note.title}</h2>
            <p>{note.text}</p>
          </section>
        ))}
        <a className="button" style={{ marginTop: 12 }} href="/sign-in">
          {text.backToSignIn}
        </a>
      </article>
    </PublicFrame>
  );
}
