import FitScreenIcon from '@mui/icons-material/FitScreen';
import RotateRightIcon from '@mui/icons-material/RotateRight';
import ZoomInIcon from '@mui/icons-material/ZoomIn';
import ZoomOutIcon from '@mui/icons-material/ZoomOut';
import { Box, IconButton } from '@mui/material';
import { useState } from 'react';
import { reviewText as text } from '../messages/review';

const steps = [1, 1.5, 2, 3, 4, 6];

/** A scanned page: fitted to the width, enlarged in steps (also by a click), turned. */
export function ImageViewer({ url, name }: { url: string; name: string }) {
  const [step, setStep] = useState(0);
  const [turns, setTurns] = useState(0);
  const zoom = (by: number): void => setStep((now) => Math.min(Math.max(now + by, 0), steps.length - 1));
  const scale = steps[step] ?? 1;
  const tools = [
    { label: text.zoomIn, Icon: ZoomInIcon, act: () => zoom(1), off: step === steps.length - 1 },
    { label: text.zoomOut, Icon: ZoomOutIcon, act: () => zoom(-1), off: step === 0 },
    { label: text.fit, Icon: FitScreenIcon, act: () => setStep(0), off: step === 0 },
    { label: text.rotate, Icon: RotateRightIcon, act: () => setTurns((now) => (now + 1) % 4), off: false },
  ];
  return (
    <>
      <Box
        role="toolbar"
        aria-label={name}
        sx={{ position: 'sticky', top: 6, left: 6, zIndex: 1, display: 'inline-flex', m: 0.75, borderRadius: 1, backgroundColor: '#fff', boxShadow: 2 }}
      >
        {tools.map(({ label, Icon, act, off }) => (
          <IconButton key={label} aria-label={label} disabled={off} onClick={act}>
            <Icon fontSize="small" />
          </IconButton>
        ))}
      </Box>
      <Box
        component="img"
        src={url}
        alt={name}
        onClick={() => zoom(step === steps.length - 1 ? -step : 1)}
        sx={{
          display: 'block',
          width: `${scale * 100}%`,
          maxWidth: 'none',
          mx: 'auto',
          mt: -5,
          transform: `rotate(${turns * 90}deg)`,
          cursor: 'zoom-in',
          zIndex: 0,
        }}
      />
    </>
  );
}
