import { sayFailure } from '@/lib/failure-words';
import type { Course } from '@/lib/people/catalogue';
import { targetOf } from '@/lib/people/person';
import { partOf, useCatalogue } from '../hooks/use-catalogue';
import { useDetails, wantedOf } from '../hooks/use-details';
import { useCard } from '../people/card';
import { CheckList } from '../ui/CheckList';
import { Choice } from '../ui/Choice';
import { Combobox } from '../ui/Combobox';
import { DeedForm } from './DeedForm';
import { accessOf, accessOptions, courseOptions, isPartial } from './choices';
import type { DeedProps } from './deeds';
import { useSending } from './use-sending';

/** First the course, then how much of it. */
export function EnrolForm({ findings, half }: DeedProps<'enrol'>) {
  const { address, setHalf, mayTakeFocus } = useCard();
  const { account } = findings;
  const courses = partOf(useCatalogue(account.id), (catalogue) => catalogue.courses);
  const [state] = useDetails(wantedOf(findings, address));
  const all = courses?.ok ? courses.value : [];
  const course = all.find(({ id }) => id === half.course?.id);
  if (course) return <AccessForm {...{ findings, half, course }} />;
  return (
    <Combobox
      label="Course"
      placeholder="Choose a course"
      takesFocus={mayTakeFocus()}
      typed={half.typed}
      onType={(typed) => setHalf({ ...half, typed })}
      options={courseOptions(all, state?.details ?? null, half.typed)}
      onPick={({ id, label }) =>
        setHalf({ ...half, course: { id, name: label }, access: 'full_access', modules: [] })
      }
      isLoading={courses === null}
      nothing={
        courses && !courses.ok
          ? sayFailure(courses.failure, account.name).what
          : NOTHING[half.typed ? 'typed' : 'untyped']
      }
    />
  );
}

const NOTHING = { typed: 'No course of that name.', untyped: 'This account has no courses.' };

interface AccessFormProps extends DeedProps<'enrol'> {
  course: Course;
}

function AccessForm({ findings, half, course }: AccessFormProps) {
  const { address, setHalf } = useCard();
  const sending = useSending(half);
  const [profile] = findings.profiles;
  const access = accessOf(half.access, half.modules);
  const handleSubmit = () => {
    if (!profile || !access) return;
    const target = targetOf(profile, address);
    const { id, name } = course;
    sending.send([{ kind: 'enrol', target, course: { id, name }, access }]);
  };
  return (
    <DeedForm
      title={`Enrol in “${course.name}”`}
      submit={access ? 'Enrol' : 'Choose a module first'}
      isOff={!access}
      sending={sending}
      onSubmit={handleSubmit}
    >
      <Choice
        label="Access"
        options={accessOptions(course)}
        value={half.access}
        onChange={(type) => setHalf({ ...half, access: type, sent: null })}
      />
      {isPartial(half.access) && (
        <CheckList
          label="Modules"
          options={course.modules.map(({ id, name }) => ({ value: id, label: name }))}
          values={half.modules}
          onChange={(modules) => setHalf({ ...half, modules, sent: null })}
        />
      )}
      {course.modules.length === 0 && <p>It has no modules that could be opened one by one.</p>}
    </DeedForm>
  );
}
