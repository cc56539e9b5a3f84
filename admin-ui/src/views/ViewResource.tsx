import { useResourceContext } from 'react-admin';
import { Route, Routes } from 'react-router-dom';
import { ViewList } from './ViewList';
import { ViewShow } from './ViewShow';

/** The generic list and detail of a resource. */
export function ViewResource() {
  const resource = useResourceContext() ?? '';
  return (
    <Routes>
      <Route path=":id/show" element={<ViewShow resource={resource} />} />
      <Route path="*" element={<ViewList resource={resource} />} />
    </Routes>
  );
}
