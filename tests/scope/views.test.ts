import { henan } from '@xueshi/config';
import { checkView } from '@xueshi/plugin-panel';
import { declaredResources } from './declared-resources';

/** The defaults of the pack against what the rooms declare: a view of a column nobody has would be refused at the start. */
test.each(henan.views.map((view) => [view.resource, view.userType, view] as const))(
  'the view of %s for %s names only what is declared',
  (_resource, _userType, view) => {
    expect(
      checkView(
        view,
        declaredResources.find((resource) => resource.name === view.resource),
      ),
    ).toEqual([]);
  },
);
